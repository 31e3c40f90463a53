BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE case_entries (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT uq_case_entries_key UNIQUE ("key")
)
 STRICT

;
INSERT INTO "case_entries" VALUES(1,1,'title','Round table');
CREATE TABLE case_file (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid TEXT NOT NULL, 
	created_at TEXT NOT NULL, 
	program TEXT NOT NULL
)
 STRICT

;
INSERT INTO "case_file" VALUES(1,'8cae3dc77984477184443fcbf81b6f8c','2026-11-22T15:54:03.634502+00:00','Position Workbench 0.1.0');
CREATE TABLE event_issues (
	event_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	issue_id INTEGER NOT NULL, 
	CONSTRAINT pk_event_issues PRIMARY KEY (event_id, place), 
	CONSTRAINT fk_event_issues_event_id FOREIGN KEY(event_id) REFERENCES events (id), 
	CONSTRAINT fk_event_issues_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "event_issues" VALUES(1,0,1);
CREATE TABLE event_parties (
	event_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	party_id INTEGER NOT NULL, 
	CONSTRAINT pk_event_parties PRIMARY KEY (event_id, place), 
	CONSTRAINT fk_event_parties_event_id FOREIGN KEY(event_id) REFERENCES events (id), 
	CONSTRAINT fk_event_parties_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "event_parties" VALUES(1,0,1);
INSERT INTO "event_parties" VALUES(1,1,2);
CREATE TABLE event_sources (
	event_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	credibility INTEGER, 
	passage TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_event_sources PRIMARY KEY (event_id, place), 
	CONSTRAINT ck_event_sources_credibility CHECK (credibility BETWEEN 1 AND 6), 
	CONSTRAINT fk_event_sources_event_id FOREIGN KEY(event_id) REFERENCES events (id), 
	CONSTRAINT fk_event_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "event_sources" VALUES(1,0,1,1,'p. 3');
INSERT INTO "event_sources" VALUES(1,1,2,NULL,'');
CREATE TABLE events (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	date TEXT NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	description TEXT DEFAULT '' NOT NULL, 
	handling TEXT NOT NULL, 
	CONSTRAINT ck_events_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')), 
	CONSTRAINT uq_events_code UNIQUE (code)
)
 STRICT

;
INSERT INTO "events" VALUES(1,1,'E1','2021-03-15','','','Meeting','','team');
CREATE TABLE group_members (
	group_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	party_id INTEGER NOT NULL, 
	since TEXT DEFAULT '' NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_group_members PRIMARY KEY (group_id, place), 
	CONSTRAINT fk_group_members_group_id FOREIGN KEY(group_id) REFERENCES groups (id), 
	CONSTRAINT fk_group_members_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "group_members" VALUES(1,0,1,'2020','');
INSERT INTO "group_members" VALUES(1,1,3,'','2021-03~');
CREATE TABLE groups (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT uq_groups_code UNIQUE (code)
)
 STRICT

;
INSERT INTO "groups" VALUES(1,1,'G','Coast');
CREATE TABLE influence_sources (
	influence_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	credibility INTEGER, 
	passage TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_influence_sources PRIMARY KEY (influence_id, place), 
	CONSTRAINT ck_influence_sources_credibility CHECK (credibility BETWEEN 1 AND 6), 
	CONSTRAINT fk_influence_sources_influence_id FOREIGN KEY(influence_id) REFERENCES influences (id), 
	CONSTRAINT fk_influence_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "influence_sources" VALUES(1,0,1,1,'p. 3');
INSERT INTO "influence_sources" VALUES(1,1,2,NULL,'');
CREATE TABLE influences (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	on_id INTEGER NOT NULL, 
	strength REAL NOT NULL, 
	since TEXT DEFAULT '' NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT ck_influences_strength CHECK (strength BETWEEN 0 AND 4), 
	CONSTRAINT uq_influences_actor_id_on_id_since UNIQUE (actor_id, on_id, since), 
	CONSTRAINT fk_influences_actor_id FOREIGN KEY(actor_id) REFERENCES parties (id), 
	CONSTRAINT fk_influences_on_id FOREIGN KEY(on_id) REFERENCES parties (id)
)
 STRICT

;
INSERT INTO "influences" VALUES(1,1,1,2,2.5,'2020','');
CREATE TABLE issue_needed (
	issue_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	party_id INTEGER NOT NULL, 
	CONSTRAINT pk_issue_needed PRIMARY KEY (issue_id, place), 
	CONSTRAINT fk_issue_needed_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id), 
	CONSTRAINT fk_issue_needed_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "issue_needed" VALUES(1,0,1);
INSERT INTO "issue_needed" VALUES(1,1,2);
CREATE TABLE issues (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	question TEXT DEFAULT '' NOT NULL, 
	kind TEXT NOT NULL, 
	basket TEXT DEFAULT '' NOT NULL, 
	scale TEXT NOT NULL, 
	handling TEXT NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT ck_issues_kind CHECK (kind IN ('substance', 'procedure', 'norm', 'fact')), 
	CONSTRAINT ck_issues_scale CHECK (scale IN ('ordered', 'nominal')), 
	CONSTRAINT ck_issues_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')), 
	CONSTRAINT uq_issues_code UNIQUE (code)
)
 STRICT

;
INSERT INTO "issues" VALUES(1,1,'road','Road','','substance','','nominal','team','');
INSERT INTO "issues" VALUES(2,2,'status','Status','','substance','','nominal','team','');
CREATE TABLE journal (
	seq INTEGER NOT NULL, 
	operation_id INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	record_id INTEGER NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_journal PRIMARY KEY (seq), 
	CONSTRAINT fk_journal_operation_id FOREIGN KEY(operation_id) REFERENCES operations (id)
)
 STRICT

;
INSERT INTO "journal" VALUES(1,1,'sources',1,NULL,'{"code":"S1","kind":"document","title":"Source S1","terms":"undetermined","reliability":"F","handling":"team","place":1}');
INSERT INTO "journal" VALUES(2,1,'sources',2,NULL,'{"code":"S2","kind":"document","title":"Source S2","terms":"undetermined","reliability":"F","handling":"team","place":2}');
INSERT INTO "journal" VALUES(3,1,'parties',1,NULL,'{"code":"A","name":"Party A","kind":"other","handling":"team","place":1}');
INSERT INTO "journal" VALUES(4,1,'parties',2,NULL,'{"code":"B","name":"Party B","kind":"other","handling":"team","place":2}');
INSERT INTO "journal" VALUES(5,1,'parties',3,NULL,'{"code":"Ç","name":"Party Ç","kind":"other","handling":"team","place":3}');
INSERT INTO "journal" VALUES(6,1,'parties',4,NULL,'{"code":"d d","name":"Party d d","kind":"other","handling":"team","place":4}');
INSERT INTO "journal" VALUES(7,1,'issues',1,NULL,'{"code":"road","title":"Road","kind":"substance","scale":"nominal","handling":"team","place":1}');
INSERT INTO "journal" VALUES(8,1,'issues',2,NULL,'{"code":"status","title":"Status","kind":"substance","scale":"nominal","handling":"team","place":2}');
INSERT INTO "journal" VALUES(9,1,'options',1,NULL,'{"issue":"road","code":"yes","label":"Yes","place":1}');
INSERT INTO "journal" VALUES(10,1,'options',2,NULL,'{"issue":"road","code":"no","label":"No","place":2}');
INSERT INTO "journal" VALUES(11,1,'options',3,NULL,'{"issue":"road","code":"perhaps","label":"Perhaps","place":3}');
INSERT INTO "journal" VALUES(12,1,'options',4,NULL,'{"issue":"status","code":"yes","label":"Yes","place":4}');
INSERT INTO "journal" VALUES(13,1,'options',5,NULL,'{"issue":"status","code":"no","label":"No","place":5}');
INSERT INTO "journal" VALUES(14,1,'options',6,NULL,'{"issue":"status","code":"perhaps","label":"Perhaps","place":6}');
INSERT INTO "journal" VALUES(15,2,'case',1,NULL,'{"key":"title","value":"Round table","place":1}');
INSERT INTO "journal" VALUES(16,2,'groups',1,NULL,'{"code":"G","name":"Coast","members":[["A","2020",""],["Ç","","2021-03~"]],"place":1}');
INSERT INTO "journal" VALUES(17,2,'issues',1,'{"place":1,"code":"road","title":"Road","kind":"substance","scale":"nominal","handling":"team"}','{"code":"road","title":"Road","kind":"substance","scale":"nominal","handling":"team","needed":["A","B"],"place":1}');
INSERT INTO "journal" VALUES(18,2,'options',1,'{"place":1,"issue":"road","code":"yes","label":"Yes"}','{"issue":"road","code":"yes","label":"Yes","location":0.5,"description":"as typed","known_to":["B"],"sources":[["S1",1,"p. 3"],["S2",null,""]],"place":1}');
INSERT INTO "journal" VALUES(19,2,'positions',1,NULL,'{"ref":"p1","party":"A","issue":"road","track":"declared","since":"2021-03-15","salience":70.0,"handling":"team","statement":"We ask “openly” for it.\nToday.","stances":{"yes":"demands","no":"red line"},"known_to":["B","d d"],"sources":[["S1",1,"p. 3"],["S2",null,""]]}');
INSERT INTO "journal" VALUES(20,2,'positions',2,NULL,'{"ref":"p2","party":"B","issue":"road","track":"assessed","since":"2022-12/..","handling":"team","stances":{"no":"tolerates"}}');
INSERT INTO "journal" VALUES(21,2,'linkages',1,NULL,'{"code":"L1","party":"A","kind":"requires","if_issue":"road","if_option":"yes","then_issue":"status","then_option":"no","strength":"preference","handling":"team","sources":[["S1",1,"p. 3"],["S2",null,""]],"place":1}');
INSERT INTO "journal" VALUES(22,2,'events',1,NULL,'{"code":"E1","date":"2021-03-15","title":"Meeting","handling":"team","parties":["A","B"],"issues":["road"],"sources":[["S1",1,"p. 3"],["S2",null,""]],"place":1}');
INSERT INTO "journal" VALUES(23,2,'terms',1,NULL,'{"subject":"party:A","neutral":"the others","party":"B","term":"Neutral","language":"hy","place":1}');
INSERT INTO "journal" VALUES(24,2,'packages',1,NULL,'{"code":"K1","title":"Draft","proposed_by":"A","date":"2021-03-15","handling":"team","choices":{"road":"yes","status":"no"},"place":1}');
INSERT INTO "journal" VALUES(25,2,'influences',1,NULL,'{"actor":"A","on":"B","strength":2.5,"since":"2020","sources":[["S1",1,"p. 3"],["S2",null,""]],"place":1}');
INSERT INTO "journal" VALUES(26,2,'judgements',1,NULL,'{"code":"J1","issue":"road","level":"bridgeable","author":"Ada","handling":"team","reason":"They spoke.","parties":["A","B"],"place":1}');
INSERT INTO "journal" VALUES(27,3,'parties',1,'{"place":1,"code":"A","name":"Party A","kind":"other","handling":"team"}','{"code":"A","name":"Renamed party","kind":"other","handling":"team","place":1}');
INSERT INTO "journal" VALUES(28,4,'parties',1,'{"code":"A","name":"Renamed party","kind":"other","handling":"team","place":1}','{"place":1,"code":"A","name":"Party A","kind":"other","handling":"team"}');
INSERT INTO "journal" VALUES(29,5,'parties',1,'{"place":1,"code":"A","name":"Party A","kind":"other","handling":"team"}','{"code":"A","name":"Renamed party","kind":"other","handling":"team","place":1}');
INSERT INTO "journal" VALUES(30,6,'parties',1,'{"code":"A","name":"Renamed party","kind":"other","handling":"team","place":1}','{"place":1,"code":"A","name":"Party A","kind":"other","handling":"team"}');
INSERT INTO "journal" VALUES(31,7,'parties',2,'{"place":2,"code":"B","name":"Party B","kind":"other","handling":"team"}','{"code":"Z","name":"Party B","kind":"other","handling":"team","place":2}');
INSERT INTO "journal" VALUES(32,8,'positions',2,'{"ref":"p2","party":"Z","issue":"road","track":"assessed","since":"2022-12/..","handling":"team","stances":{"no":"tolerates"}}',NULL);
INSERT INTO "journal" VALUES(33,9,'parties',2,'{"place":2,"code":"Z","name":"Party B","kind":"other","handling":"team"}','{"place":1,"code":"Z","name":"Party B","kind":"other","handling":"team"}');
INSERT INTO "journal" VALUES(34,9,'parties',1,'{"place":1,"code":"A","name":"Party A","kind":"other","handling":"team"}','{"place":2,"code":"A","name":"Party A","kind":"other","handling":"team"}');
CREATE TABLE judgement_parties (
	judgement_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	party_id INTEGER NOT NULL, 
	CONSTRAINT pk_judgement_parties PRIMARY KEY (judgement_id, place), 
	CONSTRAINT fk_judgement_parties_judgement_id FOREIGN KEY(judgement_id) REFERENCES judgements (id), 
	CONSTRAINT fk_judgement_parties_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "judgement_parties" VALUES(1,0,1);
INSERT INTO "judgement_parties" VALUES(1,1,2);
CREATE TABLE judgements (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	issue_id INTEGER NOT NULL, 
	level TEXT NOT NULL, 
	since TEXT DEFAULT '' NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	author TEXT DEFAULT '' NOT NULL, 
	handling TEXT NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT ck_judgements_level CHECK (level IN ('aligned', 'compatible', 'bridgeable', 'conflicting', 'deadlocked', 'unknown')), 
	CONSTRAINT ck_judgements_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')), 
	CONSTRAINT uq_judgements_code UNIQUE (code), 
	CONSTRAINT fk_judgements_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id)
)
 STRICT

;
INSERT INTO "judgements" VALUES(1,1,'J1',1,'bridgeable','','','Ada','team','They spoke.');
CREATE TABLE linkage_sources (
	linkage_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	credibility INTEGER, 
	passage TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_linkage_sources PRIMARY KEY (linkage_id, place), 
	CONSTRAINT ck_linkage_sources_credibility CHECK (credibility BETWEEN 1 AND 6), 
	CONSTRAINT fk_linkage_sources_linkage_id FOREIGN KEY(linkage_id) REFERENCES linkages (id), 
	CONSTRAINT fk_linkage_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "linkage_sources" VALUES(1,0,1,1,'p. 3');
INSERT INTO "linkage_sources" VALUES(1,1,2,NULL,'');
CREATE TABLE linkages (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	party_id INTEGER, 
	kind TEXT NOT NULL, 
	if_option_id INTEGER NOT NULL, 
	then_option_id INTEGER NOT NULL, 
	strength TEXT NOT NULL, 
	since TEXT DEFAULT '' NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	handling TEXT NOT NULL, 
	statement TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT ck_linkages_kind CHECK (kind IN ('requires', 'excludes')), 
	CONSTRAINT ck_linkages_strength CHECK (strength IN ('red line', 'preference')), 
	CONSTRAINT ck_linkages_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')), 
	CONSTRAINT uq_linkages_code UNIQUE (code), 
	CONSTRAINT fk_linkages_party_id FOREIGN KEY(party_id) REFERENCES parties (id), 
	CONSTRAINT fk_linkages_if_option_id FOREIGN KEY(if_option_id) REFERENCES options (id), 
	CONSTRAINT fk_linkages_then_option_id FOREIGN KEY(then_option_id) REFERENCES options (id)
)
 STRICT

;
INSERT INTO "linkages" VALUES(1,1,'L1',1,'requires',1,5,'preference','','','team','');
CREATE TABLE operations (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uuid TEXT NOT NULL, 
	name TEXT NOT NULL, 
	label TEXT NOT NULL, 
	author TEXT DEFAULT '' NOT NULL, 
	host TEXT DEFAULT '' NOT NULL, 
	at TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	reverses INTEGER, 
	CONSTRAINT ck_operations_kind CHECK (kind IN ('do', 'undo', 'redo')), 
	CONSTRAINT uq_operations_uuid UNIQUE (uuid), 
	CONSTRAINT fk_operations_reverses FOREIGN KEY(reverses) REFERENCES operations (id)
)
 STRICT

;
INSERT INTO "operations" VALUES(1,'900787dfd9184d33a70860d345929486','test','Test','Ada','vm','2026-11-22T15:54:03.643298+00:00','do',NULL);
INSERT INTO "operations" VALUES(2,'186bc8d8d4464c49a0576f96b899671e','test','Test','Ada','vm','2026-11-22T15:54:03.663718+00:00','do',NULL);
INSERT INTO "operations" VALUES(3,'79ff58acd3db456cb67e550b84672a8d','test','Test','Ada','vm','2026-11-22T15:54:03.680684+00:00','do',NULL);
INSERT INTO "operations" VALUES(4,'2ce31c06f1994bbda83e60f747e7453f','test','Undo: Test','Ada','vm','2026-11-22T15:54:03.683126+00:00','undo',3);
INSERT INTO "operations" VALUES(5,'f4d127a6565642159be9de5a4755cca9','test','Redo: Test','Ada','vm','2026-11-22T15:54:03.685691+00:00','redo',4);
INSERT INTO "operations" VALUES(6,'d990e8907aae4e7bb8aecf5b001593ad','test','Undo: Test','Ada','vm','2026-11-22T15:54:03.687696+00:00','undo',5);
INSERT INTO "operations" VALUES(7,'6c7f497e4ce747799513f39db7f91a15','test','Test','Ada','vm','2026-11-22T15:54:03.688897+00:00','do',NULL);
INSERT INTO "operations" VALUES(8,'a9098d6a022e4c58a4d4eed0db1104e8','test','Test','Ada','vm','2026-11-22T15:54:03.690088+00:00','do',NULL);
INSERT INTO "operations" VALUES(9,'11775055af344bd2a977ceecaf1dde35','test','Test','Ada','vm','2026-11-22T15:54:03.692517+00:00','do',NULL);
CREATE TABLE option_known_to (
	option_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	party_id INTEGER NOT NULL, 
	CONSTRAINT pk_option_known_to PRIMARY KEY (option_id, place), 
	CONSTRAINT fk_option_known_to_option_id FOREIGN KEY(option_id) REFERENCES options (id), 
	CONSTRAINT fk_option_known_to_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "option_known_to" VALUES(1,0,2);
CREATE TABLE option_sources (
	option_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	credibility INTEGER, 
	passage TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_option_sources PRIMARY KEY (option_id, place), 
	CONSTRAINT ck_option_sources_credibility CHECK (credibility BETWEEN 1 AND 6), 
	CONSTRAINT fk_option_sources_option_id FOREIGN KEY(option_id) REFERENCES options (id), 
	CONSTRAINT fk_option_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "option_sources" VALUES(1,0,1,1,'p. 3');
INSERT INTO "option_sources" VALUES(1,1,2,NULL,'');
CREATE TABLE options (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	issue_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	label TEXT DEFAULT '' NOT NULL, 
	location REAL, 
	handling TEXT, 
	description TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT ck_options_location CHECK (location BETWEEN 0 AND 1), 
	CONSTRAINT ck_options_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')), 
	CONSTRAINT uq_options_issue_id_code UNIQUE (issue_id, code), 
	CONSTRAINT fk_options_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id)
)
 STRICT

;
INSERT INTO "options" VALUES(1,1,1,'yes','Yes',0.5,NULL,'as typed');
INSERT INTO "options" VALUES(2,2,1,'no','No',NULL,NULL,'');
INSERT INTO "options" VALUES(3,3,1,'perhaps','Perhaps',NULL,NULL,'');
INSERT INTO "options" VALUES(4,4,2,'yes','Yes',NULL,NULL,'');
INSERT INTO "options" VALUES(5,5,2,'no','No',NULL,NULL,'');
INSERT INTO "options" VALUES(6,6,2,'perhaps','Perhaps',NULL,NULL,'');
CREATE TABLE package_choices (
	package_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	option_id INTEGER NOT NULL, 
	CONSTRAINT pk_package_choices PRIMARY KEY (package_id, place), 
	CONSTRAINT fk_package_choices_package_id FOREIGN KEY(package_id) REFERENCES packages (id), 
	CONSTRAINT fk_package_choices_option_id FOREIGN KEY(option_id) REFERENCES options (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "package_choices" VALUES(1,0,1);
INSERT INTO "package_choices" VALUES(1,1,5);
CREATE TABLE packages (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	proposed_by TEXT DEFAULT '' NOT NULL, 
	date TEXT DEFAULT '' NOT NULL, 
	handling TEXT NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT ck_packages_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')), 
	CONSTRAINT uq_packages_code UNIQUE (code)
)
 STRICT

;
INSERT INTO "packages" VALUES(1,1,'K1','Draft','A','2021-03-15','team','');
CREATE TABLE parties (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	short_name TEXT DEFAULT '' NOT NULL, 
	kind TEXT NOT NULL, 
	colour TEXT DEFAULT '' NOT NULL, 
	handling TEXT NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT ck_parties_kind CHECK (kind IN ('state', 'de facto authority', 'armed group', 'international organisation', 'faction', 'civil society', 'mediator', 'other')), 
	CONSTRAINT ck_parties_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')), 
	CONSTRAINT uq_parties_code UNIQUE (code)
)
 STRICT

;
INSERT INTO "parties" VALUES(1,2,'A','Party A','','other','','team','');
INSERT INTO "parties" VALUES(2,1,'Z','Party B','','other','','team','');
INSERT INTO "parties" VALUES(3,3,'Ç','Party Ç','','other','','team','');
INSERT INTO "parties" VALUES(4,4,'d d','Party d d','','other','','team','');
CREATE TABLE position_known_to (
	position_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	party_id INTEGER NOT NULL, 
	CONSTRAINT pk_position_known_to PRIMARY KEY (position_id, place), 
	CONSTRAINT fk_position_known_to_position_id FOREIGN KEY(position_id) REFERENCES positions (id), 
	CONSTRAINT fk_position_known_to_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "position_known_to" VALUES(1,0,2);
INSERT INTO "position_known_to" VALUES(1,1,4);
CREATE TABLE position_sources (
	position_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	credibility INTEGER, 
	passage TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_position_sources PRIMARY KEY (position_id, place), 
	CONSTRAINT ck_position_sources_credibility CHECK (credibility BETWEEN 1 AND 6), 
	CONSTRAINT fk_position_sources_position_id FOREIGN KEY(position_id) REFERENCES positions (id), 
	CONSTRAINT fk_position_sources_source_id FOREIGN KEY(source_id) REFERENCES sources (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "position_sources" VALUES(1,0,1,1,'p. 3');
INSERT INTO "position_sources" VALUES(1,1,2,NULL,'');
CREATE TABLE positions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	ref TEXT NOT NULL, 
	party_id INTEGER NOT NULL, 
	issue_id INTEGER NOT NULL, 
	track TEXT NOT NULL, 
	since TEXT NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	salience REAL, 
	time_pressure TEXT, 
	confidence TEXT, 
	agenda TEXT, 
	limit_owner TEXT DEFAULT '' NOT NULL, 
	handling TEXT NOT NULL, 
	statement TEXT DEFAULT '' NOT NULL, 
	interest TEXT DEFAULT '' NOT NULL, 
	readings TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT ck_positions_track CHECK (track IN ('declared', 'assessed')), 
	CONSTRAINT ck_positions_salience CHECK (salience BETWEEN 0 AND 100), 
	CONSTRAINT ck_positions_time_pressure CHECK (time_pressure IN ('urgent', 'neutral', 'waiting helps')), 
	CONSTRAINT ck_positions_confidence CHECK (confidence IN ('high', 'moderate', 'low')), 
	CONSTRAINT ck_positions_agenda CHECK (agenda IN ('on agenda', 'denied', 'precondition', 'deferred', 'elsewhere')), 
	CONSTRAINT ck_positions_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')), 
	CONSTRAINT uq_positions_ref UNIQUE (ref), 
	CONSTRAINT fk_positions_party_id FOREIGN KEY(party_id) REFERENCES parties (id), 
	CONSTRAINT fk_positions_issue_id FOREIGN KEY(issue_id) REFERENCES issues (id)
)
 STRICT

;
INSERT INTO "positions" VALUES(1,'p1',1,1,'declared','2021-03-15','',70.0,NULL,NULL,NULL,'','team','We ask “openly” for it.
Today.','','');
CREATE TABLE sources (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	date TEXT DEFAULT '' NOT NULL, 
	attribution TEXT DEFAULT '' NOT NULL, 
	identity TEXT DEFAULT '' NOT NULL, 
	terms TEXT NOT NULL, 
	reliability TEXT NOT NULL, 
	handling TEXT NOT NULL, 
	citation TEXT DEFAULT '' NOT NULL, 
	url TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT ck_sources_kind CHECK (kind IN ('interview', 'statement', 'agreement', 'ruling', 'report', 'article', 'document', 'observation')), 
	CONSTRAINT ck_sources_terms CHECK (terms IN ('on record', 'background', 'deep background', 'Chatham House', 'off record', 'undetermined')), 
	CONSTRAINT ck_sources_reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')), 
	CONSTRAINT ck_sources_handling CHECK (handling IN ('public', 'room', 'team', 'restricted')), 
	CONSTRAINT uq_sources_code UNIQUE (code)
)
 STRICT

;
INSERT INTO "sources" VALUES(1,1,'S1','document','Source S1','','','','undetermined','F','team','','');
INSERT INTO "sources" VALUES(2,2,'S2','document','Source S2','','','','undetermined','F','team','','');
CREATE TABLE stances (
	position_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	option_id INTEGER NOT NULL, 
	stance INTEGER NOT NULL, 
	CONSTRAINT pk_stances PRIMARY KEY (position_id, option_id), 
	CONSTRAINT ck_stances_stance CHECK (stance BETWEEN -2 AND 2), 
	CONSTRAINT fk_stances_position_id FOREIGN KEY(position_id) REFERENCES positions (id), 
	CONSTRAINT fk_stances_option_id FOREIGN KEY(option_id) REFERENCES options (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "stances" VALUES(1,0,1,2);
INSERT INTO "stances" VALUES(1,1,2,-2);
CREATE TABLE terms (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	place INTEGER NOT NULL, 
	subject TEXT DEFAULT '' NOT NULL, 
	subject_party_id INTEGER, 
	subject_issue_id INTEGER, 
	neutral TEXT DEFAULT '' NOT NULL, 
	party_id INTEGER, 
	term TEXT DEFAULT '' NOT NULL, 
	language TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT fk_terms_subject_party_id FOREIGN KEY(subject_party_id) REFERENCES parties (id), 
	CONSTRAINT fk_terms_subject_issue_id FOREIGN KEY(subject_issue_id) REFERENCES issues (id), 
	CONSTRAINT fk_terms_party_id FOREIGN KEY(party_id) REFERENCES parties (id)
)
 STRICT

;
INSERT INTO "terms" VALUES(1,1,'party',1,NULL,'the others',2,'Neutral','hy');
CREATE INDEX ix_journal_operation_id ON journal (operation_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('case_file',1);
INSERT INTO "sqlite_sequence" VALUES('sources',2);
INSERT INTO "sqlite_sequence" VALUES('operations',9);
INSERT INTO "sqlite_sequence" VALUES('parties',4);
INSERT INTO "sqlite_sequence" VALUES('issues',2);
INSERT INTO "sqlite_sequence" VALUES('options',6);
INSERT INTO "sqlite_sequence" VALUES('case_entries',1);
INSERT INTO "sqlite_sequence" VALUES('groups',1);
INSERT INTO "sqlite_sequence" VALUES('positions',2);
INSERT INTO "sqlite_sequence" VALUES('linkages',1);
INSERT INTO "sqlite_sequence" VALUES('events',1);
INSERT INTO "sqlite_sequence" VALUES('terms',1);
INSERT INTO "sqlite_sequence" VALUES('packages',1);
INSERT INTO "sqlite_sequence" VALUES('influences',1);
INSERT INTO "sqlite_sequence" VALUES('judgements',1);
COMMIT;
